// The reader is signed in by the session's cookie; what changes something repeats the CSRF cookie.
const token = () => document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1];

SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  requestInterceptor: (request) => {
    const csrf = token();
    if (csrf && request.method && request.method !== 'GET') {
      request.headers['X-XSRF-TOKEN'] = decodeURIComponent(csrf);
    }
    return request;
  },
});
