# What the container's environment says goes before these.
: "${APACHE_CONFDIR:=/etc/apache2}"
: "${APACHE_RUN_USER:=www-data}"
: "${APACHE_RUN_GROUP:=www-data}"
: "${APACHE_PID_FILE:=/var/run/apache2/apache2.pid}"
: "${APACHE_RUN_DIR:=/var/run/apache2}"
: "${APACHE_LOCK_DIR:=/var/lock/apache2}"
: "${APACHE_LOG_DIR:=/var/log/apache2}"
: "${LANG:=C}"
export APACHE_CONFDIR APACHE_RUN_USER APACHE_RUN_GROUP APACHE_PID_FILE APACHE_RUN_DIR APACHE_LOCK_DIR APACHE_LOG_DIR LANG
