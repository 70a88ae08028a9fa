import Decoding

// Commands by what they do. Only what is certain stands here: a command that is missing is taken to read.
extension CommandEffect {
  static let destroying: [CommandEffect] = [
    CommandEffect(
      .destroy, "deletes files",
      """
      rm|unlink|shred|srm !--help
      find -delete
      rsync --delete|--delete-after|--delete-before|--delete-during|--delete-excluded
      git clean -f|--force !-n|--dry-run
      remove-item|ri|del|erase|clear-content|clear-recyclebin !-whatif|env:*|variable:*|function:*|alias:*
      rd|rmdir -Recurse|-r|/s
      aws s3 rm
      aws s3 rb
      journalctl --vacuum-time|--vacuum-size|--vacuum-files
      docker|podman|nerdctl system|volume|image|container prune
      docker|podman|nerdctl volume rm|remove
      docker|podman|nerdctl rmi
      docker|podman|nerdctl image rm|remove
      docker|podman compose down -v|--volumes|--rmi
      docker-compose down -v|--volumes|--rmi
      docker|podman compose rm
      docker-compose rm
      crictl rmi|rm|rmp
      crontab -r
      apt-get|apt purge
      apt-get|apt remove|autoremove --purge
      """),
    CommandEffect(
      .destroy, "deletes a container with what it wrote",
      """
      docker|podman|nerdctl rm
      docker|podman|nerdctl container rm|remove
      """),
    CommandEffect(
      .destroy, "overwrites a file or a disk",
      """
      dd =of=*
      truncate
      mkfs* !--help
      wipefs -a|--all
      mkswap =/dev/*
      blkdiscard
      format-volume|clear-disk|initialize-disk|remove-partition
      format
      diskpart
      """),
    CommandEffect(
      .destroy, "discards work that is not committed",
      """
      git reset --hard
      git checkout --|.
      git checkout -f|--force
      git restore !--staged|-S
      git stash drop|clear
      git branch -D
      git reflog expire
      git filter-branch|filter-repo
      git gc --prune=now
      git worktree remove --force|-f
      """),
    CommandEffect(
      .destroy, "rewrites what others have pulled",
      """
      git push -f|--force|--force-with-lease|--mirror|--delete|-d
      git push =+*
      npm unpublish
      """),
    CommandEffect(
      .destroy, "ends a process by force",
      """
      kill|pkill|killall -9|-KILL|-SIGKILL|-s=9|-n=9|-s=KILL|-s=SIGKILL|--signal=KILL|--signal=SIGKILL|--signal=9
      fuser -k|--kill !-TERM|-INT|-HUP|-SIGTERM
      taskkill /F
      stop-process|spps -Force
      docker|podman|nerdctl kill !--signal|-s
      docker|podman compose kill !--signal|-s
      docker-compose kill !-s
      systemctl kill -s=KILL|-s=SIGKILL|--signal=KILL|--signal=SIGKILL|-s=9
      xkill
      """),
    CommandEffect(
      .destroy, "deletes resources",
      """
      kubectl|oc delete !--dry-run=client|--dry-run=server|pod|pods|po|pod/*
      kubectl|oc delete --force|--grace-period=0|--now|--all|-l|--selector !--dry-run=client|--dry-run=server
      kubectl|oc replace --force
      kubectl|oc drain --force|--delete-emptydir-data
      terraform|tofu destroy
      terraform|tofu apply -destroy
      terraform|tofu state rm
      terraform|tofu force-unlock
      terraform|tofu workspace delete
      pulumi destroy
      helm uninstall|delete|del !--dry-run
      aws * delete-*
      aws * terminate-*
      heroku apps:destroy|pg:reset|addons:destroy|redis:reset
      fly|flyctl apps destroy
      etcdctl del
      rabbitmqctl reset|force_reset|purge_queue|delete_queue|delete_vhost|delete_user
      kafka-topics*|kafka-consumer-groups* --delete
      dropdb|dropuser|pg_resetwal
      mysqladmin drop
      lvremove|vgremove|pvremove
      userdel|deluser|groupdel
      reg delete
      sc delete
      """),
    CommandEffect(
      .destroy, "empties a database",
      """
      rails|rake db:drop*|db:reset*|db:schema:load*
      python* manage.py flush|reset_db
      manage.py flush|reset_db
      npx prisma migrate reset
      prisma migrate reset
      php artisan migrate:fresh|migrate:reset|db:wipe
      """),
  ]

  static let changing: [CommandEffect] = [
    CommandEffect(
      .change, "starts, stops or sets up a service",
      """
      systemctl start|stop|restart|reload|try-restart|reload-or-restart|enable|disable|mask|unmask|daemon-reload|daemon-reexec|kill
      systemctl reset-failed|set-property|edit|isolate|reboot|poweroff|set-default
      service * start|stop|restart|reload|force-reload
      rc-service * start|stop|restart|reload
      launchctl load|unload|bootstrap|bootout|kickstart|start|stop|enable|disable|kill
      brew services start|stop|restart
      supervisorctl start|stop|restart|reload|reread|update
      pm2 start|stop|restart|reload|delete|kill|save|startup
      nginx -s
      apachectl|apache2ctl start|stop|restart|graceful
      pg_ctl start|stop|restart|reload|promote
      pg_ctlcluster * * start|stop|restart|reload
      start-service|stop-service|restart-service|set-service|new-service
      net start|stop
      sc start|stop|config|create
      reboot|shutdown|poweroff|halt
      restart-computer|stop-computer
      """),
    CommandEffect(
      .change, "ends a process",
      """
      kill !-0|-l|-L|--list
      pkill|killall !-0|-l
      fuser -k|--kill
      taskkill|stop-process|spps
      """),
    CommandEffect(
      .change, "installs or removes packages",
      """
      apt|apt-get install|reinstall|remove|autoremove|update|upgrade|full-upgrade|dist-upgrade|clean|autoclean !-s|--simulate|--dry-run
      dpkg -i|--install|-r|--remove|-P|--purge|--configure|--add-architecture
      dnf|yum|microdnf|zypper install|remove|erase|update|upgrade|reinstall|clean|makecache|downgrade|in|rm|up|ref|refresh
      apk add|del|update|upgrade|fix
      pacman -S|-Sy|-Syu|-R|-Rs|-U
      brew install|uninstall|reinstall|upgrade|update|link|unlink|cleanup|tap
      snap install|remove|refresh
      npm install|i|ci|uninstall|remove|update|rebuild|link|dedupe|prune|publish|login|init|add !--dry-run
      npm audit fix
      npm cache clean
      npm config set|delete
      yarn install|add|remove|upgrade|link
      pnpm install|i|add|remove|update|rebuild|approve-builds
      bun install|add|remove
      pip|pip2|pip3|pipx|uv install|uninstall|upgrade|add|remove|sync !--dry-run
      uv pip install|uninstall|sync !--dry-run
      python*|py pip install|uninstall -m
      poetry install|add|remove|update|lock
      pipenv install|uninstall|lock
      conda|mamba install|remove|update|create
      gem install|uninstall|update
      bundle|bundler install|update|add|remove
      composer install|update|require|remove
      cargo install|add|remove|update
      go install|get
      go mod tidy|download|vendor
      rustup install|update|default|target|component|toolchain
      dotnet add|remove|restore|workload
      winget|choco|scoop install|uninstall|upgrade
      install-module|install-package|uninstall-package|install-windowsfeature|enable-windowsoptionalfeature
      corepack enable|disable|prepare
      nvm install|use|alias
      """),
    CommandEffect(
      .change, "alters files",
      """
      chmod|chown|chgrp|setfacl|chattr|chcon|restorecon
      touch|mkdir|rmdir|mv|cp|ln|install|mkfifo|patch
      tee * !/dev/null
      sed -i|--in-place
      perl -pi|-i
      unzip !-l|-t|-Z|-p
      tar -x|--extract|xf|xzf|xvf|xzvf !-xOf|-O|--to-stdout
      set-content|add-content|out-file|new-item|copy-item|move-item|rename-item|set-acl|set-itemproperty|new-itemproperty|expand-archive
      copy|move|ren|xcopy|robocopy|mklink|md|attrib
      icacls /grant|/deny|/remove|/reset|/setowner|/inheritance
      ssh-keygen -R|-f|-t
      ssh-copy-id
      crontab -e
      rsync !-n|--dry-run|--list-only
      dos2unix
      """),
    CommandEffect(
      .change, "alters the system's settings",
      """
      sysctl -w|--write|-p|--load|--system
      modprobe|rmmod|insmod
      mount =/*
      umount
      swapon =/*
      swapoff =/*|-a
      fallocate|mkswap
      resize2fs|xfs_growfs|lvextend|lvcreate|growpart
      ufw allow|deny|delete|enable|disable|reload|reset
      iptables|ip6tables -A|-I|-D|-F|-P
      nft add|delete|flush
      firewall-cmd --add-port|--add-service|--remove-port|--remove-service|--reload
      setenforce|setsebool
      semanage * -a|-d|-m
      useradd|adduser|usermod|groupadd|passwd|chpasswd|visudo|gpasswd
      timedatectl set-time|set-timezone|set-ntp
      hostnamectl set-hostname
      update-alternatives --set|--install|--config
      update-ca-certificates
      update-ca-trust
      ip link|addr|address|route set|add|del|delete|replace
      setx
      reg add
      netsh * add|set|delete|reset
      netsh * * add|set|delete|reset
      new-netfirewallrule|set-netfirewallrule|set-netfirewallprofile|enable-netfirewallrule|disable-netfirewallrule
      remove-netfirewallrule|set-executionpolicy|set-dnsclientserveraddress
      """),
    CommandEffect(
      .change, "starts, stops or builds containers",
      """
      docker|podman|nerdctl start|stop|restart|pause|unpause|build|pull|push|tag|update|load|import|commit|create|rename|login|logout|kill
      docker|podman|nerdctl run !--rm
      docker|podman compose up|down|start|stop|restart|build|pull|create|kill|pause|unpause
      docker-compose up|down|start|stop|restart|build|pull|create|kill|pause|unpause
      docker network|volume create|rm|connect|disconnect|prune
      docker buildx build|create|rm|prune|bake
      docker builder prune
      docker swarm|stack|service|node init|join|leave|deploy|rm|create|update|scale|rollback
      docker context use|create|rm
      """),
    CommandEffect(
      .change, "alters resources",
      """
      kubectl|oc apply|create|patch|scale|edit|set|annotate|label|cordon|uncordon|drain|taint|replace|expose|autoscale !--dry-run=client
      kubectl|oc delete !--dry-run=client|--dry-run=server
      kubectl|oc rollout restart|undo|pause|resume
      kubectl config use-context|set-context|set-credentials|set-cluster|set
      kubectl run !--rm
      helm install|upgrade|rollback !--dry-run
      helm repo add|update|remove
      terraform|tofu apply|import|taint|untaint|init
      terraform|tofu state mv|push
      pulumi up|refresh
      aws * create-*
      aws * update-*
      aws * put-*
      aws * modify-*
      aws * reboot-*
      aws s3 cp|mv|sync|mb
      heroku config:set|config:unset|ps:restart|ps:scale|releases:rollback|restart|buildpacks:set|stack:set
      fly|flyctl deploy|scale|secrets
      vercel|netlify deploy|--prod
      gh secret|variable set|delete
      gh run rerun|cancel
      curl -X=DELETE|-X=PUT|-X=PATCH|--request=DELETE|--request=PUT|--request=PATCH|-XDELETE|-XPUT|-XPATCH
      """),
    CommandEffect(
      .change, "alters the repository",
      """
      git add|am|checkout|cherry-pick|commit|init|merge|mv|pull|push|rebase|reset|restore|revert|rm|stash|switch !--dry-run|-n
      git remote add|remove|rename|set-url
      git submodule update|add|deinit|sync
      git lfs install|pull|push|migrate
      git gc|repack
      """),
    CommandEffect(
      .change, "alters a database",
      """
      createdb|createuser|pg_restore|reindexdb|vacuumdb|initdb|mysql_upgrade|mysql_secure_installation
      rails|rake db:migrate|db:migrate:up|db:migrate:down|db:migrate:redo|db:rollback|db:create*|db:seed*|db:setup*
      python* manage.py migrate !--check|--plan
      manage.py migrate !--check|--plan
      alembic upgrade|downgrade|stamp
      flyway migrate|repair|clean
      npx prisma migrate|db deploy|dev|push|resolve
      prisma migrate|db deploy|dev|push|resolve
      php artisan migrate*
      rabbitmqctl add_user|set_permissions|change_password|set_user_tags|add_vhost|start_app|stop_app
      etcdctl put|compact|defrag
      """),
  ]
}
